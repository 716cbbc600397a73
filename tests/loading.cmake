# Tests of jail, store and loading.
earshot_unit_test(frame earshot_jail)
earshot_unit_test(seal earshot_jail)
earshot_unit_test(jail earshot_jail)
add_executable(liar unit/liar.c ${PROJECT_SOURCE_DIR}/engine/jail/pack_io.c)
target_include_directories(liar PRIVATE ${PROJECT_SOURCE_DIR}/engine)
target_link_libraries(liar PRIVATE earshot_jail earshot_flags)
target_compile_definitions(test_jail PRIVATE TEST_LIAR="$<TARGET_FILE:liar>")
add_dependencies(test_jail liar)

earshot_unit_test(pack earshot_store)
earshot_unit_test(zip earshot_store)
earshot_unit_test(cache earshot_store)

# unit/run_kit.h makes a run with something of everything for these.
earshot_unit_test(journal earshot_store)
# Each call to the disk refused once, in turn: unit/disk.h.
add_library(earshot_disk STATIC unit/disk.c)
target_link_libraries(earshot_disk PRIVATE earshot_flags)
target_compile_options(earshot_disk PRIVATE -fvisibility=default) # for SQLite, too
earshot_unit_test(journal_disk earshot_store earshot_disk)
earshot_unit_test(history_disk earshot_store earshot_disk)
earshot_unit_test(pack_refused earshot_store earshot_disk earshot_refusal)
target_compile_definitions(test_pack_refused PRIVATE
  TEST_ZIPS="${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/zip")
earshot_unit_test(run_strange earshot_store earshot_disk PkgConfig::JANSSON)
earshot_unit_test(history earshot_store PkgConfig::SQLITE)
target_link_options(test_history PRIVATE "LINKER:--wrap=sqlite3_busy_timeout")
earshot_unit_test(run_memory earshot_store earshot_refusal PkgConfig::SQLITE
  PkgConfig::JANSSON)
set_tests_properties(unit.journal PROPERTIES LABELS thread) # it writes beside the drawing
