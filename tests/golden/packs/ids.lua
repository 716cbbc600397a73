-- Ids that come from the words.
scenario "Ids" {}
sam = customer "Sam" {}
moment "m"
  sam "Isn't it? Don’t  you — think so, my dear friend?"
  sam "Isn't it? Don't you think so, my other"
  sam "..."
  sam "!!!"
  sam "(tone) [beat] {customer}, *hello*"
  sam "(sigh)"
  sam "Привет, мир! 你好 नमस्ते दुनिया ÉCOLE Straße"
  sam "3.50 euros @home a_b x2 50%"
  sam { "(hm) First entry", "second" }
  sam "own id" { id = "my line" }
  sam "own id"
  sam "own id"
  sam "taken" { id = "m/given" }
  you "given"
  you "?!" { id = "q/1" }
  you "?!" { answer = "Yes." }
  you "..."
  hold "Isn't it? Don't you think so, my"
  go "e"
outcome "e" {}
