# Accuracy against speed: gnuplot -c chart.gnuplot DATA OUTPUT TITLE writes OUTPUT.png and OUTPUT.svg.
# DATA is what compare.py writes: function, library, label, side of the label, ns per element, max ULP.

data = ARG1
output_name = ARG2
heading = ARG3

# The colours of Okabe and Ito, which colour-blind readers tell apart, and a grey; each with a shape of its own.
libraries = "xact eigen xsimd sleef highway libmvec onednn xnnpack std"
colours = "#D55E00 #0072B2 #E69F00 #009E73 #CC79A7 #56B4E9 #000000 #B8A800 #888888"
shapes = "7 5 9 11 13 15 4 6 8"

set datafile separator "\t"
set datafile missing "-"
set logscale xy
set grid xtics ytics lc rgb "#DDDDDD" lt 1 lw 0.7
set border 3 lc rgb "#666666"
set tics nomirror textcolor rgb "#333333"
set xtics (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)
set ytics ("0.5" 0.5, "1" 1, "10" 10, "100" 100, "1000" 1e3, "10^4" 1e4, "10^5" 1e5, "10^6" 1e6, "10^7" 1e7, "unbounded" 1e8)
set yrange [0.3:2.5e8]
set offsets graph 0.05, graph 0.12, 0, 0
set key off

in(function, library, y) = (strcol(1) eq function && strcol(2) eq library) ? y : NaN
beside(function, side, y) = (strcol(1) eq function && strcol(4) eq side) ? y : NaN

draw(terminal, extension) = sprintf("set terminal %s; set output '%s.%s'", terminal, output_name, extension)

do for [kind in "png svg"] {
    if (kind eq "png") {
        eval draw("pngcairo size 900,1150 font 'sans,11' background '#FFFFFF'", kind)
    } else {
        eval draw("svg size 900,1150 font 'sans,13' background '#FFFFFF'", kind)
    }
    set multiplot layout 2,1 title heading." (left and down is better)"
    do for [function in "tanh sigmoid"] {
        set title function
        set xlabel "time (ns per element)"
        set ylabel "largest error over all finite floats (ULP)"
        if (function eq "tanh") { set key outside bottom center horizontal } else { set key off }
        plot for [i=1:words(libraries)] data using 5:(in(function, word(libraries, i), $6)) \
                 with points pt int(word(shapes, i)) ps (i == 1 ? 2 : 1.4) lc rgb word(colours, i) \
                 title word(libraries, i), \
             data using 5:(beside(function, "right", $6)):3 with labels left offset 1.2,0 notitle, \
             data using 5:(beside(function, "left", $6)):3 with labels right offset -1.2,0 notitle, \
             data using 5:(beside(function, "above", $6)):3 with labels center offset 0,0.9 notitle, \
             data using 5:(beside(function, "below", $6)):3 with labels center offset 0,-0.9 notitle
    }
    unset multiplot
    set output
}
