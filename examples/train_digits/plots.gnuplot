# gnuplot -c plots.gnuplot DIRECTORY: draws DIRECTORY/{gradients,accuracy,zeros}.dat as .png and .svg beside them.

directory = ARG1 . '/'

# Okabe and Ito's palette, which colour-blind readers can tell apart; the dash tells the depths apart in print.
array colour[6] = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9']

set grid linecolor rgb '#DDDDDD'
set border 3
set tics nomirror out
set key outside right center vertical Left reverse samplen 3

do for [type in 'png svg'] {
    if (type eq 'svg') {
        set terminal svg size 900,520 font 'sans-serif,15' background rgb 'white' dynamic
    } else {
        if (strstrt(GPVAL_TERMINALS, 'pngcairo')) {
            set terminal pngcairo size 1350,780 font 'sans,17' linewidth 1.5
        } else {
            set terminal png size 1350,780 linewidth 2
        }
    }

    file = directory . 'gradients.dat'
    stats file using 1:2 nooutput
    set output directory . 'gradients.' . type
    set title 'Gradient norm of each layer before training'
    set xlabel 'layer (1: nearest to the input; the last is the output layer)'
    set ylabel 'norm of ∂loss/∂weights'
    set xrange [0.8:STATS_max_x + 0.2]
    set yrange [*:*]
    set xtics 1
    set logscale y
    set format y '10^{%L}'
    plot for [i = 0:STATS_blocks - 2] file index i using 1:2 with linespoints linewidth 2 pointtype 5 + 2 * i \
        pointsize 1.2 linecolor rgb colour[i % 6 + 1] title columnheader(1)

    unset logscale y
    set format y '%g'
    set xtics autofreq

    file = directory . 'accuracy.dat'
    stats file using 1:2 nooutput
    set output directory . 'accuracy.' . type
    set title 'Test accuracy during training'
    set xlabel 'epoch'
    set ylabel 'test accuracy (%)'
    set xrange [0:STATS_max_x]
    set yrange [0:100]
    plot for [i = 0:STATS_blocks - 2] file index i using 1:2 with lines linewidth 2 dashtype 1 + i / 3 \
        linecolor rgb colour[i % 6 + 1] title columnheader(1)

    file = directory . 'zeros.dat'
    stats file using 1:2 nooutput
    set output directory . 'zeros.' . type
    set title 'Activations that are exactly 0 after training'
    set xlabel 'hidden layer'
    set ylabel 'share of the activations (%)'
    set xrange [0.8:STATS_max_x + 0.2]
    set yrange [0:100]
    set xtics 1
    plot for [i = 0:STATS_blocks - 2] file index i using 1:2 with linespoints linewidth 2 pointtype 5 + 2 * i \
        pointsize 1.2 linecolor rgb colour[i % 6 + 1] title columnheader(1)
    set xtics autofreq
    set output
}
