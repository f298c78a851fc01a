set title 'Units that are exactly 0, in a network with random weights'
set xlabel 'layer'
set ylabel 'share of the units (%)'
set xrange [0.7:8.3]
set xtics 1
set yrange [-3:100]
set key right top
plot data using 1:2 with linespoints linestyle 1 pointsize 1.6 title 'relu', \
    '' using 1:3 with linespoints linestyle 2 pointsize 2.2 title 'sigmoid', \
    '' using 1:4 with linespoints linestyle 3 pointsize 1.2 title 'tanh'
