-- Random play of a scenario in plain Lua, as ChoiceScript's random test plays a game: the yardstick
-- for `earshot simulate --player random`. It knows what birthday-bike needs and no more.
-- usage: lua5.4 random_play.lua FILE RUNS [SEED]        prints how often each outcome was reached
local file, runs, seed = arg[1], tonumber(arg[2]), tonumber(arg[3] or 1)
local meters, order, moments, now, first = {}, {}, {}, nil, nil

local function condition(text)
  if not text then return nil end
  return load("local s = ... return " .. text:gsub("[%a_]+", function(word)
    if word == "and" or word == "or" or word == "not" then return word end
    return "s." .. word
  end))
end

local function effects(text)
  local list = {}
  for meter, sign, n in (text or ""):gmatch("([%a_]+) ([+-])(%d+)") do
    list[#list + 1] = { meter, tonumber(sign .. n) }
  end
  return list
end

local function open(kind)
  return function(id)
    now = { id = id, kind = kind }
    moments[id] = now
    first = first or now
    return function() end
  end
end

local function add(part) now[#now + 1] = part end
local function reply(words)
  local last = now[#now]
  if not last or last.kind ~= "choice" then
    last = { kind = "choice" }
    add(last)
  end
  return function(fields)
    last[#last + 1] = { go = fields.go, when = condition(fields.when), mood = effects(fields.mood),
                        set = fields.set, words = words }
  end
end

local function speak(words)
  local part = { kind = "line", words = words }
  add(part)
  return function(fields) part.when = condition(fields.when) end
end

local function nothing_more() end
local function nothing() return nothing_more end
local env = {
  scenario = nothing, skill = function() return nothing_more end, flag = nothing_more, note = nothing_more,
  screen = nothing_more, reflect = nothing_more, silence = nothing_more, cue = nothing, info = nothing, debrief = nothing,
  notice = nothing, customer = function() return function() return speak end end, moment = open("moment"), outcome = open("outcome"),
  you = reply, hold = reply,
  meter = function(id) return function(fields)
    meters[id] = fields.start
    order[#order + 1] = id
  end end,
  set = function(flag) add { kind = "set", flag = flag } end,
  go = function(target)
    local part = { kind = "go", go = target }
    add(part)
    return function(fields) part.when = condition(fields.when) end
  end,
}
-- A word in braces or quotes may follow, or nothing: a call gives back something that can be called.
for _, name in ipairs { "note", "reflect", "silence", "flag", "set" } do
  local verb = env[name]
  env[name] = function(...) verb(...) return nothing_more end
end
assert(loadfile(file, "t", env))()

local x = seed
local function lcg() x = x * 16807 % 2147483647 return x end
local function clamp(v) return v < 0 and 0 or v > 100 and 100 or v end

local function play()
  local s, at = {}, first
  for _, id in ipairs(order) do s[id] = meters[id] end
  local used, offer = {}, {}
  while at.kind ~= "outcome" do
    local next
    for i = 1, #at do
      local part = at[i]
      if part.kind == "set" then
        s[part.flag] = true
      elseif part.kind == "go" then
        if not part.when or part.when(s) then next = part.go break end
      elseif part.kind == "choice" then
        local n = 0
        for k = 1, #part do
          local r = part[k]
          if not used[r] and (not r.when or r.when(s)) then n = n + 1 offer[n] = r end
        end
        if n > 0 then
          local r = offer[lcg() % n + 1]
          used[r] = true
          if r.set then s[r.set] = true end
          for m = 1, #r.mood do
            local e = r.mood[m]
            s[e[1]] = clamp(s[e[1]] + e[2])
          end
          if r.go then next = r.go break end
        end
      end
    end
    at = moments[next]
  end
  return at.id
end

local ends, clock = {}, os.clock()
for _ = 1, runs do
  local id = play()
  ends[id] = (ends[id] or 0) + 1
end
clock = os.clock() - clock
for _, id in ipairs { "kept", "thin", "cancelled", "left" } do
  print(string.format("%-10s %5.1f %%", id, 100 * (ends[id] or 0) / runs))
end
io.stderr:write(string.format("RESULT %.4f\n", clock))
