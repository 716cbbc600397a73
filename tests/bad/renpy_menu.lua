scenario "A talk" { minutes = 1 }
define s = Character("Sam")   -- --> 2 E001 Write s = customer "Sam" {}
label start:                  -- --> 3 E001 Write moment "start"
    s "Hello."
    menu:
        "Yes.":               -- --> 6 E001 Write you "Yes."
            jump good
