define s = Character("Sam")
default calm = 50

label start:
    s "Hello."
    menu:
        "Yes.":
            $ calm += 5
            jump kept
        "No.":
            jump lost
label kept:
    s "Thanks."
    return
--> 1 E001 Ren'Py script
