Moment,Speaker,Text,Go
start,Sam,Hello.,
start,You,Yes.,good
-- --> 1 E001 rows of a table
