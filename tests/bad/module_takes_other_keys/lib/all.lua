for key in pairs(given) do
  reflect("What about " .. key .. "?")
end
