"""`make run`: a hub with the demonstration programme and one enrolled terminal on this machine, to be tried by hand."""
