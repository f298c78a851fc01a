# The table of `curves NAME -19 19 0.05`: every twentieth row is a whole number.
array title[4] = ['', 'f(x)', "f'(x)", "f''(x)"]
array low[4]
array high[4]
do for [column = 2:4] {
    stats data using column nooutput
    margin = STATS_max > STATS_min ? 0.05 * (STATS_max - STATS_min) : 0.05
    low[column] = STATS_min - margin
    high[column] = STATS_max + margin
}

set multiplot layout 2,2 title name . ' and its derivatives, inputs -19, -18, ..., 19 marked'
set xrange [-20:20]
unset key
do for [column = 2:4] {
    if (column == 4) { set xlabel 'input x' }
    set title title[column]
    set yrange [low[column]:high[column]]
    plot data using 1:column with lines linestyle column - 1, \
        '' every 20 using 1:column with points linestyle column - 1
}
set title "|f'(x)|, logarithmic: nothing is drawn where it is 0"
set logscale y
set yrange [3e-17:30]
set format y '10^{%L}'
set ytics 1e-16,1e4
plot data using 1:(abs($3)) with lines linestyle 2, '' every 20 using 1:(abs($3)) with points linestyle 2
unset multiplot
