# Accuracy against speed: gnuplot -c chart.gnuplot DATA OUTPUT TITLE FUNCTIONS writes OUTPUT.png and OUTPUT.svg.
# DATA is what compare.py writes; its function chart_data says in which columns. FUNCTIONS names one or two panels.

data = ARG1
output_name = ARG2
heading = ARG3
functions = ARG4

# The colours of Okabe and Ito, which colour-blind readers tell apart (their yellow darkened, for white paper), and a
# grey; each with a shape of its own.
libraries = "xact eigen xsimd sleef highway libmvec onednn xnnpack std"
colours = "#D55E00 #0072B2 #E69F00 #009E73 #CC79A7 #56B4E9 #000000 #C4B400 #888888"
shapes = "7 5 9 11 13 15 4 6 8"

set datafile separator "\t"
set logscale xy
set grid xtics ytics lc rgb "#DDDDDD" lt 1 lw 0.7
set border 3 lc rgb "#666666"
set tics nomirror textcolor rgb "#333333"
set xtics (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)
set ytics ("0.5" 0.5, "1" 1, "2" 2, "5" 5, "10" 10, "100" 100, "1000" 1e3, "10^4" 1e4, "10^5" 1e5, "10^6" 1e6, \
           "10^7" 1e7, "10^8 or\nno bound" 1e8)
set xlabel "time (ns per element)"
set ylabel "largest error, all finite floats (ULP)" offset -1,0
set key at screen 0.5,0.955 center top horizontal samplen 0.5 width 1

of(function, library, y) = (strcol(1) eq function && strcol(2) eq library) ? y : NaN
label_of(function, y) = (strcol(1) eq function && !(strcol(2) eq "range")) ? y : NaN

do for [kind in "png svg"] {
    if (kind eq "png") {
        set terminal pngcairo size 900,1150 font "sans,11" background "#FFFFFF"
    } else {
        set terminal svg size 900,1150 font "sans,12" background "#FFFFFF"
    }
    set output output_name.".".kind
    set multiplot layout 2,1 title heading margins 0.13,0.97,0.055,0.885 spacing 0.09
    do for [function in functions] {
        # The ranges of the last panel would keep points of this one from the statistics.
        set autoscale
        stats data using (of(function, "range", $4)) name "X" nooutput
        stats data using (of(function, "range", $5)) name "Y" nooutput
        set xrange [X_min:X_max]
        set yrange [Y_min:Y_max]
        set title function offset 0,-0.5
        plot for [i=1:words(libraries)] data using 4:(of(function, word(libraries, i), $5)) \
                 with points pt int(word(shapes, i)) ps (i == 1 ? 2 : 1.4) lc rgb word(colours, i) \
                 title word(libraries, i), \
             data using 6:(label_of(function, $7)):3 with labels center notitle
        set key off
    }
    unset multiplot
    set output
    set key on
}
