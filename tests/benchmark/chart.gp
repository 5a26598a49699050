# Draws the benchmark's JSON as a bar chart, for a light page, or for a dark one with dark=1:
#   gnuplot -e "json='benchmark.json'; svg='benchmark.svg'; dark=0" chart.gp
if (!exists("dark")) dark = 0
ink = dark ? "#e6edf3" : "#1f2328"
set terminal svg size 760,700 noenhanced font "sans-serif,13" background dark ? "#0d1117" : "white"
set output svg
set multiplot layout 2,1
set style fill solid 1.0 noborder
set boxwidth 0.7
unset key
set border 2 linecolor rgb ink
set ytics nomirror scale 0 textcolor rgb ink
unset xtics
set xrange [0:*]
set lmargin 30
set rmargin 8
folder = system("dirname '".ARG0."'")
script = (strlen(folder) ? folder : ".") . "/ratios.py"

rows(task) = sprintf("< python3 '%s' '%s' '%s'", script, json, task)
color(name) = name eq "this library" ? (dark ? 0x3fb950 : 0x2a7f4f) : name eq "copying the value" ? 0x9a9a9a : 0x5b8ccb

do for [task in "'read a page of 500' 'write a page of 500'"] {
  set title task . ": time as a multiple of this library's" textcolor rgb ink
  plot rows(task) using ($2 / 2):(-$0):($2 / 2):(0.35):(color(stringcolumn(1))):ytic(1) with boxxyerror lc rgb variable, \
       rows(task) using 2:(-$0):(sprintf(" %.1f", $2)) with labels left offset 0.5,0 textcolor rgb ink
}
