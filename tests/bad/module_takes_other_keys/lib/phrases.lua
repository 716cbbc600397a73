reflect("How did it sound? " .. (given.tone or "") .. tostring(given["polite"]))
