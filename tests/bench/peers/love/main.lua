-- One line of a customer and three replies, as LÖVE draws them when nothing is tuned.
local said = "Order 4471. It was due Tuesday."
local replies = {
  "Hi there! How can I help you today?",
  "Two days late and no word from us. I'm sorry, Priya. Opening 4471 now.",
  "Delays can happen at busy times of year. Could you confirm your postcode?",
}

function love.load()
  love.graphics.setBackgroundColor(0xF6 / 255, 0xF1 / 255, 0xE7 / 255)
  large, small = love.graphics.newFont(42), love.graphics.newFont(28)
end

function love.draw()
  love.graphics.setColor(0.1, 0.13, 0.19)
  love.graphics.setFont(large)
  love.graphics.print(said, 800, 160)
  love.graphics.setFont(small)
  for i, words in ipairs(replies) do
    local y = 560 + 130 * i
    love.graphics.setColor(1, 1, 0.98)
    love.graphics.rectangle("fill", 800, y, 1060, 110, 18)
    love.graphics.setColor(0.1, 0.13, 0.19)
    love.graphics.printf(i .. "  " .. words, 830, y + 20, 1000)
  end
end
