[
  { "id": "start", "says": "Hello." },
  { "id": "kept" }
]
--> 1 E001 JSON
