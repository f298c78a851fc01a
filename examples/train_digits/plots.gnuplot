# gnuplot -c plots.gnuplot DIRECTORY ACTIVATIONS
# draws DIRECTORY/{gradients,accuracy,zeros}.dat as .png and .svg beside them. ACTIVATIONS is how many activations
# there are at each depth: an activation keeps its colour and mark at all depths, a depth has its dashes.

directory = ARG1 . '/'
activations = int(ARG2)

# Okabe and Ito's palette, which colour-blind readers can tell apart.
array colours[7] = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#000000']
array marks[7] = [7, 5, 9, 13, 11, 15, 6]
colour(i) = colours[i % activations % 7 + 1]
mark(i) = marks[i % activations % 7 + 1]
dashes(i) = i / activations % 5 + 1

# Where lines coincide, the ones below show around the later, smaller marks.
size(i) = 2.2 - 1.0 * (i % activations) / (activations > 1 ? activations - 1.0 : 1.0)

set grid linetype 1 linecolor rgb '#BBBBBB' linewidth 0.5
set border 3
set tics nomirror out
set key outside right center vertical Left reverse samplen 3

do for [type in 'png svg'] {
    if (type eq 'svg') {
        set terminal svg size 900,520 font 'sans-serif,15' background rgb 'white' dashlength 0.5 dynamic
    } else {
        if (strstrt(GPVAL_TERMINALS, 'pngcairo')) {
            set terminal pngcairo size 1350,780 font 'sans,17' linewidth 1.5 dashlength 0.5
        } else {
            set terminal png size 1350,780 linewidth 2
        }
    }

    file = directory . 'gradients.dat'
    set xrange [*:*]
    set yrange [*:*]
    stats file using 1 nooutput
    set output directory . 'gradients.' . type
    set title 'Norm of the loss gradient for the weights of each layer, before training'
    set xlabel sprintf('layer (1 is next to the input, %d is the output layer)', STATS_max)
    set ylabel 'gradient norm (loss per unit of weight)'
    set xrange [0.8:STATS_max + 0.2]
    set xtics 1
    set logscale y
    set format y '10^{%L}'
    plot for [i = 0:STATS_blocks - 2] file index i using 1:2 with linespoints linewidth 2 pointtype mark(i) \
        pointsize size(i) linecolor rgb colour(i) title columnheader(1)
    unset logscale y
    set format y '%g'

    file = directory . 'accuracy.dat'
    set xrange [*:*]
    stats file using 1 nooutput
    set output directory . 'accuracy.' . type
    set title 'Accuracy on the test images during training'
    set xlabel 'epoch'
    set ylabel 'test accuracy (%)'
    set xrange [0:STATS_max]
    set yrange [0:100]
    set xtics autofreq
    plot for [i = 0:STATS_blocks - 2] file index i using 1:2 with lines linewidth 2.5 dashtype dashes(i) \
        linecolor rgb colour(i) title columnheader(1)

    file = directory . 'zeros.dat'
    set xrange [*:*]
    stats file using 1 nooutput
    set output directory . 'zeros.' . type
    set title 'Activations that are exactly 0 on the test images, after training'
    set xlabel 'hidden layer'
    set ylabel 'share of the activations (%)'
    set xrange [0.8:STATS_max + 0.2]
    set yrange [-3:100]
    set xtics 1
    plot for [i = 0:STATS_blocks - 2] file index i using 1:2 with linespoints linewidth 2 dashtype dashes(i) \
        pointtype mark(i) pointsize size(i) linecolor rgb colour(i) title columnheader(1)
    set output
}
