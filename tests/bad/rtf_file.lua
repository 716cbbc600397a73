{\rtf1\ansi scenario "A" {}
}
--> 1 E001 plain text
