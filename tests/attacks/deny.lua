-- What is asked for is not there. (Each attack goes up to the next head.)
-- DENY bytecode: text chunks only
--! E101 load
local f = load(function() return nil end, "x", "b") error("ESCAPED: bytecode")
-- DENY dump: no function as bytes
--! E105
local s = string.dump(function() end) error("ESCAPED: dump")
-- DENY require a path: no file
--! E101 require
local r = require("../../etc/passwd")
if r then error("ESCAPED: require") end
-- DENY use a path: no file
--! E105 never by a path
use "../../../etc/passwd"
-- DENY use of dots: no file
--! E105 never by a path
use "a/../../b"
-- DENY use an absolute path: no file
--! E105 never by a path
use "/etc/passwd"
-- DENY io: no files
--! E101 io
local f = io.open("/etc/passwd") if f then error("ESCAPED: io") end
-- DENY os: no commands
--! E101 os
os.execute("touch ESCAPED")
-- DENY debug: no registry
--! E101 debug
local r = debug.getregistry() error("ESCAPED: registry")
-- DENY real globals: what _G and _ENV reach is the pack's own
--! E101 _G
local g = _G.os or _ENV.os error("ESCAPED")
-- DENY the environment's metatable: none to be had
--! E101 getmetatable
getmetatable(_ENV).__index = nil error("ESCAPED")
-- DENY the metatable of texts: none to be had
--! E101 getmetatable
getmetatable("").__index = function() error("ESCAPED") end
-- DENY catch everything: no pcall that could swallow a limit
--! E101 pcall
if pcall(error) then error("ESCAPED") end
-- DENY coroutines: none
--! E101 coroutine
local co = coroutine.wrap(function() while true do end end) co() error("ESCAPED")
-- DENY the collector: it is not for packs
--! E101 collectgarbage
collectgarbage("stop") collectgarbage("generational")
-- DENY randomness: none while loading
--! E105
local x = math.random(10) error("ESCAPED: " .. x)
-- DENY addresses: they differ at every run
--! E105 addresses
print(string.format("%p", {}))
-- DENY another meaning for a verb: it stays what it is
--! E103 moment
moment = function()
  error("ESCAPED")
end
moment "x"
-- DENY another meaning for a library: it stays what it is
--! E103 string
local evil = function() error("ESCAPED") end
string = { rep = evil }
-- DENY a global through _ENV: the verbs stay
--! E103 you
local evil = function() error("ESCAPED") end
_ENV.you = evil
-- DENY an error that is a table: turned into words or not at all
--! E105 no text
error({ code = "ESCAPED" })
-- DENY an error with a huge message: cut
--! E105
error(("x"):rep(100000000))
-- DENY an error with terminal codes: cleaned
--! E105
error("\27[2J\27]0;owned\7\8\8 \xff\xe2\x80\xae\n\n\n")
-- DENY a lying key: texts only
--! E104
meter "x" { [("k"):rep(1000000)] = 1 }
-- DENY a text that is no UTF-8: refused
--! E105
sam "\xff\xfe"
-- DENY a text with a zero byte: refused
--! E105
scenario2 = 1 meter("a\0b") {}
-- DENY an id with control characters: refused
--! E105
meter "a\27[2J" {}
-- DENY a speaker called while loading by sort: it comes to nothing
--! E105
table.sort({ 3, 2, 1 }, sam)
-- DENY a recursive table as fields: refused
--! E1
local t = {} t.portrait = t customer("Loop")(t)
-- DENY goto out of a function: no Lua
--! E001
local function f() goto out end ::out:: error("out")
-- DENY io through a text: none
--! E
local s = ("x").open("/etc/passwd") error("ESCAPED")
-- DENY os through a number: none
--! E
local s = (1).x error("ESCAPED")
-- DENY load through a text's metatable: none
--! E101 kept from packs
local mt = getmetatable("") mt.__index = function() return "ESCAPED" end
-- DENY metamethods on texts: none
--! E
local s = "a" + 1 error("ESCAPED")
-- DENY a closing value: no metatables, so nothing closes
--! E105
do local x <close> = { __close = function() error("ESCAPED") end } end
-- DENY an error that prints itself for ever: turned into words or not at all
--! E105
error({ __tostring = function() while true do end end, __name = "ESCAPED" })
-- DENY an id that is as long as the file: refused
--! E105
moment(("x"):rep(3000000)) sam "hi"
-- DENY ids of control characters: they are left out, so the ids are one
--! E103
for i = 1, 31 do moment("a" .. string.char(i)) end
-- DENY bidi in a name: no id of its own
--! E
moment "\u{202e}start" sam "x"
-- DENY a pattern of a wrong form: refused
--! E105
local s = ("x"):find("[") error("ESCAPED")
-- DENY a path in a module of the engine: no file
--! E105
use "customer/../../etc/passwd"
-- DENY a width that formats a megabyte: refused
--! E105 invalid conversion
local s = string.format("%1000000d", 5) error("ESCAPED")
-- DENY a repetition with a huge separator: refused
--! E105 too large
local s = ("x"):rep(1e6, ("y"):rep(1e6)) error("ESCAPED")
-- DENY a finalizer: no metatables
--! E101 setmetatable
setmetatable({}, { __gc = function() while true do end end })
-- DENY use of a name in capitals: refused
--! E105 never by a path
use "CUSTOMER"
-- DENY use of an empty part: refused
--! E105 never by a path
use "customer//x"
-- DENY use with a zero byte: refused
--! E105 no UTF-8
use "customer\0/../../etc/passwd"
-- DENY use of oneself: no such module
--! E101 there is no module
use "attack"
-- DENY an environment of one's own: the verbs are gone with it
--! E105
local _ENV = {} leaked = 1
-- DENY a speaker that closes: refused
--! E105 non-closable
do local x <close> = sam end
-- DENY a loop that closes a speaker: refused
--! E105 non-closable
for k in pairs({}), nil, nil, sam do end
-- DENY bytes without an end: refused
--! E105 stack overflow
local s = { ("a"):rep(1e6):byte(1, 1e6) } error("ESCAPED")
