define s = Character("Sam")   -- --> 1 E001 Write s = customer "Sam" {}
label start:                  -- --> 2 E001 Write moment "start"
    s "Hello."
    menu:
        "Yes.":               -- --> 5 E001 Write you "Yes."
            jump good
