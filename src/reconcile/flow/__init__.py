"""The use cases, in the order in which data flows: ingest, analyse, select, decide, report.

Each takes an open store, what it works with as values, and the time and the person from the door. Importing this
package costs nothing; each module imports what it needs.
"""
