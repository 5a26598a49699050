# Draws the benchmark's JSON as a bar chart:
#   gnuplot -e "json='benchmark.json'; svg='benchmark.svg'" chart.gp
set terminal svg size 760,620 noenhanced font "sans-serif,13" background "white"
set output svg
set multiplot layout 2,1
set style fill solid 1.0 noborder
set boxwidth 0.7
unset key
set border 2
set ytics nomirror scale 0
unset xtics
set xrange [0:*]
set lmargin 24
set rmargin 8
folder = system("dirname '".ARG0."'")
script = (strlen(folder) ? folder : ".") . "/ratios.py"

rows(task) = sprintf("< python3 '%s' '%s' '%s'", script, json, task)
color(name) = name eq "this library" ? 0x2a7f4f : name eq "copying the value" ? 0xbbbbbb : 0x5b8ccb

do for [task in "'read a page of 500' 'write a page of 500'"] {
  set title task . ": time as a multiple of this library's"
  plot rows(task) using ($2 / 2):(-$0):($2 / 2):(0.35):(color(stringcolumn(1))):ytic(1) with boxxyerror lc rgb variable, \
       rows(task) using 2:(-$0):(sprintf(" %.1f", $2)) with labels left offset 0.5,0
}
