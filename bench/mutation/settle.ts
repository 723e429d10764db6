/** Properties draw the same cases for each mutant: a mutant that chance alone kills would be killed in one run and not in the next. */
import fc from "fast-check";

fc.configureGlobal({ seed: 1 });
