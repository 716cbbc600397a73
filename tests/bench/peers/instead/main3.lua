--$Name: peer$
-- One line of a customer and three replies.
room {
  nam = "main",
  title = "Priya",
  dsc = [[Order 4471. It was due Tuesday.]],
  obj = {
    obj { nam = "a", dsc = "^{Hi there! How can I help you today?}", act = true },
    obj { nam = "b", dsc = "^{Two days late and no word from us. I'm sorry, Priya. Opening 4471 now.}", act = true },
    obj { nam = "c", dsc = "^{Delays can happen at busy times of year. Could you confirm your postcode?}", act = true },
  },
}
