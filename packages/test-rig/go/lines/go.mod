module test-rig/lines

go 1.26.0
