//! No tests of their own: what tests start as processes.

use crate::faults::Order;

#[test]
fn a_process_of_a_trial_does_as_it_is_told() {
    if let Some((directory, order)) = Order::given() {
        order.carry_out(&directory);
    }
}
