# The time of short calls: gnuplot -c short.gnuplot DATA OUTPUT TITLE writes OUTPUT.png and OUTPUT.svg.
# DATA is what chart.py writes; its function short_data says in which columns.

data = ARG1
output_name = ARG2
heading = ARG3

colours = "#D55E00 #0072B2"
stats data skip 1 nooutput
columns = STATS_columns

set datafile separator "\t"
set grid xtics ytics lc rgb "#DDDDDD" lt 1 lw 0.7
set border 3 lc rgb "#666666"
set tics nomirror textcolor rgb "#333333"
set xtics 32
set xlabel "elements of a call"
set ylabel "time (ns per call)"
set yrange [0:*]
set key top left
set title heading

do for [kind in "png svg"] {
    if (kind eq "png") {
        set terminal pngcairo size 900,500 font "sans,11" background "#FFFFFF"
    } else {
        set terminal svg size 900,500 font "sans,12" background "#FFFFFF"
    }
    set output output_name.".".kind
    plot for [i=2:columns] data using 1:i with lines lw 2 lc rgb word(colours, i - 1) title columnheader(i)
    set output
}
