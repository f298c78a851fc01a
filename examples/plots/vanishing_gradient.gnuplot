set multiplot layout 1,2 title 'Product of the derivatives of n layers, in float'
smallest = 1.4e-45
zero = 1e-56
shown(x) = x > 0 ? x : zero

set logscale x 2
set logscale y
set xrange [1.8:72]
set xtics 2
set yrange [1e-59:1e3]
set format y '10^{%L}'
set ytics 1e-60,1e10
set ytics add ('0' zero)
set xlabel 'layers n'
set ylabel 'product'
set key at graph 0.02, 0.64 left top
set arrow from graph 0, first smallest to graph 1, first smallest nohead linestyle 6
set label 'smallest float' at graph 0.03, first smallest left offset 0, 0.6

do for [i = 0:1] {
    set title i == 0 ? 'every layer sees x = 1' : 'the first layer sees x = 18'
    if (i == 1) { unset ylabel; unset key }
    plot data index i using 1:8 with linespoints linestyle 3 title 'relu', \
        '' index i using 1:(10**$5) with lines linestyle 5 title 'the true products', \
        '' index i using 1:(10**$2) with lines linestyle 5 notitle, \
        '' index i using 1:(shown($6)) with linespoints linestyle 1 title 'tanh, derivative(x)', \
        '' index i using 1:(shown($7)) with linespoints linestyle 11 title 'tanh, 1 - y^2', \
        '' index i using 1:(shown($3)) with linespoints linestyle 2 title 'sigmoid, derivative(x)', \
        '' index i using 1:(shown($4)) with linespoints linestyle 12 title 'sigmoid, y(1 - y)'
}
unset multiplot
