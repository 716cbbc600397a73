scenario "A" {}
use "custommer"   --> E101 customer
moment "start"
  go "kept"
outcome "kept" {}
