//! What each level lets a table hold.
