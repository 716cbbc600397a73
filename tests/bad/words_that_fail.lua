-- Nothing depends on these words, so a few plays at random have to find that they fail.
scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
flag "told" "she was told"
moment "hub"
  sam(function(c)
    return c.told and "(warm) So " .. c.nothing or "(flat) Well?" --> W180 Mend the function
  end) { id = "hello" }
  you "Tell her." { set = "told", go = "hub" }
  you "Say goodbye." { go = "left" }
outcome "left" { title = "Left", rating = "weak" }
