# The table of `curves NAME -19 19 0.05`: every twentieth row is a whole number.
set multiplot layout 2,2 title name . ' and its derivatives, inputs -19, -18, ..., 19 marked'
set xrange [-20:20]
set offsets graph 0, graph 0, graph 0.05, graph 0.05
unset key

set title 'f(x)'
plot data using 1:2 with lines linestyle 1, '' every 20 using 1:2 with points linestyle 1
set title "f'(x)"
plot data using 1:3 with lines linestyle 2, '' every 20 using 1:3 with points linestyle 2
set xlabel 'input x'
set title "f''(x)"
plot data using 1:4 with lines linestyle 3, '' every 20 using 1:4 with points linestyle 3
set title "f'(x), logarithmic: nothing is drawn where it is 0"
set offsets
set logscale y
set yrange [1e-17:10]
set format y '10^{%L}'
plot data using 1:3 with lines linestyle 2, '' every 20 using 1:3 with points linestyle 2
unset multiplot
