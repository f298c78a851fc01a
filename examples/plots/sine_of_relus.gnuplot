set multiplot layout 1,2 title 'A sine made of relu nodes'
set title 'least-squares fits'
set xlabel 'x'
set ylabel 'y'
set xrange [0:2 * pi]
set xtics ('0' 0, 'π/2' pi / 2, 'π' pi, '3π/2' 3 * pi / 2, '2π' 2 * pi)
set yrange [-1.3:1.3]
set key right top
plot data index 1 using 1:2 with lines linestyle 5 title 'sin x', \
    '' index 1 using 1:3 with lines linestyle 4 linewidth 1.5 title '2 nodes', \
    '' index 1 using 1:4 with lines linestyle 2 linewidth 1.5 title '4 nodes', \
    '' index 1 using 1:5 with lines linestyle 3 linewidth 1.5 title '8 nodes', \
    '' index 1 using 1:6 with lines linestyle 1 linewidth 1.5 title '16 nodes'

set title 'error: twice the nodes, a quarter of it'
set xlabel 'relu nodes n'
set ylabel '|fit - sin x|'
set logscale x 2
set logscale y
set format y '10^{%L}'
set xrange [0.9:72]
set xtics 2
set yrange [1e-4:2]
plot data index 0 using 1:3 with linespoints linestyle 2 title 'largest', \
    '' index 0 using 1:2 with linespoints linestyle 1 title 'mean', \
    1 / x**2 with lines linestyle 6 title '1/n^2'
unset multiplot
