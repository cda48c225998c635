"""The machines of a run, and in which space each stands at first. The last is enrolled in the middle of a run."""

PLACES = {"zoia-a": "zoia", "omero-a": "omero", "zoia-b": "zoia", "omero-b": "omero"}
