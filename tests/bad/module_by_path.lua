scenario "A" {}
use "../other"   --> E105 path
moment "start"
  go "kept"
outcome "kept" {}
