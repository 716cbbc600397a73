function love.conf(t)
  t.window.title = "peer"
  t.window.width, t.window.height = 1920, 1080
  t.window.borderless = true
end
