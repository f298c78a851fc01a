# gnuplot -e "data='...'; name='...'; file='...'; type='png|svg'" style.gnuplot <script>.gnuplot
# What all plots share. plot.cmake runs it; `panels` is set by scripts that draw several.

# Okabe and Ito's palette, which colour-blind readers can tell apart.
blue = '#0072B2'; orange = '#D55E00'; green = '#009E73'; pink = '#CC79A7'; grey = '#999999'; black = '#000000'

set style line 1 linecolor rgb blue   linewidth 2.5 pointtype 7 pointsize 1.0
set style line 2 linecolor rgb orange linewidth 2.5 pointtype 5 pointsize 1.0
set style line 3 linecolor rgb green  linewidth 2.5 pointtype 9 pointsize 1.1
set style line 4 linecolor rgb pink   linewidth 2.5 pointtype 13 pointsize 1.2
set style line 5 linecolor rgb grey   linewidth 5
set style line 6 linecolor rgb black  linewidth 1.5 dashtype 2
# The same colours for what stands beside them.
set style line 11 linecolor rgb blue   linewidth 1.5 dashtype 3 pointtype 6 pointsize 1.3
set style line 12 linecolor rgb orange linewidth 1.5 dashtype 3 pointtype 4 pointsize 1.3

set grid linetype 1 linecolor rgb '#BBBBBB' linewidth 0.5
set border 3
set tics nomirror out
set key left top Left reverse samplen 3 opaque

if (type eq 'svg') {
    set terminal svg size 1000,560 font 'sans-serif,14' background rgb 'white' dynamic
} else {
    if (strstrt(GPVAL_TERMINALS, 'pngcairo')) {
        set terminal pngcairo size 1300,730 font 'sans,14'
    } else {
        set terminal png size 1300,730
    }
}
set encoding utf8
set output file
