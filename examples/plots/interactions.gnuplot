set multiplot layout 1,2 title 'One relu node'
set xlabel 'A'
set ylabel 'output'
set xrange [-20:20]
set yrange [-3:60]

set title 'relu(2 A + 3 B): whether A counts depends on B'
plot data using 1:2 with linespoints linestyle 1 title 'B = 0', \
    '' using 1:3 with linespoints linestyle 2 title 'B = 5', \
    '' using 1:4 with linespoints linestyle 3 title 'B = -100'

set title 'relu(7 + A): the bias moves the kink to -7'
unset ylabel
plot data using 1:5 with linespoints linestyle 4 title 'relu(7 + A)'
unset multiplot
