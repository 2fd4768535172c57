# complete.zsh DIRECTORY LINE...: what a zsh with that directory in its fpath makes of each line and a tabulator
zmodload zsh/zpty
directory=$1; shift
zpty z "TERM=dumb zsh -f -i"
zpty -w z "PROMPT=; unset zle_bracketed_paste; setopt no_beep; stty -echo cols 200"
zpty -w z "fpath=(${(q)directory} \$fpath); autoload -Uz compinit; compinit -u -D; bindkey '^I' complete-word; bindkey '^U' kill-whole-line"
zpty -w z "PROMPT='go> '; print rea''dy"
zpty -r z all '*ready*go> *'   # what is typed before the prompt is there goes to the terminal, not to the editor
for line; do
  zpty -w -n z "$line"$'\t'$'\x15'"print e''nd"$'\n'
  zpty -r z all '*end*go> *'
  print -r -- "$all"
done
zpty -d z
