pack "Hello, customer" {
  id = "hello-customer", version = "1.0.0", language = "en",
  licence = "CC-BY-4.0",
  scenarios = { "hello-customer" },
}
