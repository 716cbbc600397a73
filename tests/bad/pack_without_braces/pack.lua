pack "Mine"   --> E105 has no braces
