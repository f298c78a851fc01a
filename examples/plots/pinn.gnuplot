set multiplot layout 1,2 title "A network that solves u'' = -u, u(0) = 0, u'(0) = 1, from the equation alone"
set title 'after 100 steps'
set xlabel 't'
set ylabel 'u(t)'
set xrange [0:pi]
set xtics ('0' 0, 'π/4' pi / 4, 'π/2' pi / 2, '3π/4' 3 * pi / 4, 'π' pi)
set yrange [0:1.2]
plot data index 1 using 1:3 with lines linestyle 5 title 'sin t', \
    '' index 1 every 4 using 1:2 with points linestyle 1 title 'the network'

set title 'during training'
set xlabel 'step (Levenberg-Marquardt)'
unset ylabel
set logscale y
set format y '10^{%L}'
set xrange [-2:102]
set xtics autofreq
set yrange [*:10]
set key right top
plot data index 0 using 1:3 with linespoints linestyle 1 title 'largest |u - sin t|', \
    '' index 0 using 1:2 with linespoints linestyle 2 title "squares of u'' + u, u(0), u'(0) - 1"
unset multiplot
