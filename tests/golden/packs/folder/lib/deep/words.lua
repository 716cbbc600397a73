use "cast"
function say_deep() sam "Deep." end
