/** Starting node, and nothing else. */
