scenario "Words of Lua that no pack has" {}
sam = customer "Sam" {}
local t = setmetatable({}, {})                --> E101 kept from packs
pcall(print, "x")                             --> E101 kept from packs
require "customer"                            --> E101 'use'
use "/customer"                               --> E105 never by a path
use "a//b"                                    --> E105 never by a path
meter "anger" { low = "x" }
kpi "k" { of = "now(start)" }                 --> E131 only in a rule
moment "start"
  you "Hi" { mood = "anger +1", go = "end" }
outcome "end" { title = "End" }
