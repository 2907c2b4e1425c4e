//! Files that both stacks have, because only the core could hold them for both.

#[test]
fn what_both_stacks_judge_they_judge_in_the_same_words() {
    macro_rules! assert_same {
        ($($file:literal)*) => {$(
            assert_eq!(
                include_str!(concat!("../../src/", $file)),
                include_str!(concat!("../../../eloomi-hyper/src/", $file)),
                $file
            );
        )*};
    }
    assert_same!(
        "calm.rs" "causes.rs" "explained.rs" "judged.rs" "permanent.rs" "phase.rs" "unresolved.rs"
    );
}
