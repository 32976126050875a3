#pragma once
// One command: its options and what it does. Each stands in a file of its own; `commands.cpp` lists
// them.

#include <vector>

#include "cli/exit_status.h"
#include "cli/options.h"
#include "cli/terminal.h"

namespace anjuan::cli {

struct Command {
  CommandRules rules;
  int (*run)(Terminal&, const CommandLine&);
};

Command init_command();
Command update_command();
Command diff_command();
Command migrate_command();
Command check_command();
Command import_command();
Command register_list_command();
Command register_compare_command();
Command register_confirm_command();
Command register_check_command();
Command register_publish_command();
Command register_receipt_command();
Command round_command();
Command event_command();
Command sheet_read_command();
Command document_sign_command();
Command document_serve_command();
Command document_void_command();
Command document_preview_command();
Command fonts_command();
Command tick_command();
Command due_command();
Command coverage_command();
Command list_command();
Command show_command();
Command why_command();
Command export_command();
Command dossier_verify_command();
Command verify_command();
Command journal_head_command();
Command journal_export_command();
Command journal_times_command();
Command backup_command();
Command backup_verify_command();
Command restore_command();
Command describe_command();
Command rules_command();
Command paper_check_command();
Command seal_command();
Command seal_timestamp_command();
Command seal_verify_command();
Command draw_compute_command();
Command draw_verify_command();
Command draw_check_command();
Command draw_commit_command();
Command draw_chain_command();
Command draw_show_command();
Command play_command();
Command test_command();
Command try_command();

/// All of them, in the order of the day's work.
const std::vector<Command>& commands();

/// Runs the command line; `arguments` without the program's name.
int run(Terminal&, const std::vector<std::string>& arguments);

}  // namespace anjuan::cli
