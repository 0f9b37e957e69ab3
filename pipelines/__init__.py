"""When and with what: definitions, jobs, schedules, sensors, resources, settings, the command line.

Belongs here: everything that knows paths, clocks and connections and hands them to the other rooms.
Does not belong here: any text or table logic.
"""
