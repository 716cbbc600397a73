meter "calm" { low = "upset", shows = "tension" }
scenario "A" {}   --> E105 top
moment "start"
  mood "calm +1"
  go "kept"
outcome "kept" {}
