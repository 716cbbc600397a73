{ "title": "A talk", "moments": [] }   --> 1 E001 JSON
