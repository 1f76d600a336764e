using System.Reflection;
using FromScratch.Tests.Properties;

namespace FromScratch.Tests;

/// <summary>Each formula of the table in <c>lib/README.md</c>, and what proves it: a value worked by hand, a property, and a gradient check.</summary>
public sealed class LibraryProofTests
{
    /// <summary>Containers, files and procedures; the rows beside their tests are in the same table.</summary>
    private static readonly string[] NoFormulas = ["Vec", "Mat", "ToVector", "CsvTable", "IdxFile", "Dataset", "Datasets", "DataFolder", "Mnist", "Download",
        "TrainTestSplit", "Batches", "Folds", "Layers", "ImageShape", "Descent", "Optimizer", "Start", "Learner", "Trainer", "ModelFile", "Pipeline", "ProgressBar"];

    /// <summary>Of these the library gives no derivative.</summary>
    private static readonly string[] NoGradient = ["Standardizer", "Polynomial", "Logit", "Loss.CrossEntropy", "NormalEquation", "OneVersusRest", "Perceptron",
        "Patches", "Initialize", "GradientDescent", "Momentum", "Nesterov", "Adagrad", "RMSProp", "Adam", "AdamW", "Schedules", "Clip", "GradientCheck",
        "BiasVariance", "Metrics", "ConfusionMatrix", "Metrics.Confusion", "F1"];

    private const string Regressions = nameof(ModelPropertyTests.Every_regression_has_its_gradient_at_any_shape);
    private const string Losses = nameof(FunctionPropertyTests.Every_loss_has_its_gradient_at_any_length);
    private const string Errors = nameof(FunctionPropertyTests.Errors_are_zero_for_the_truth_alike_in_both_directions_and_count_every_example_once);
    private const string Errors123 = nameof(LossTests.Errors_of_one_two_and_minus_three_are_worked_by_hand);
    private const string Functions = nameof(ActivationTests.It_has_its_values_by_hand), Finite = nameof(ActivationTests.Any_finite_number_gives_a_finite_value_and_slope);
    private const string Slopes = nameof(ActivationTests.Its_derivative_agrees_with_finite_differences), Deck = nameof(SoftmaxTests.The_scores_of_the_deck_give_its_probabilities_and_its_temperatures);
    private const string Softmaxes = nameof(SoftmaxTests.Gradients_agree_with_finite_differences);
    private const string Networks = nameof(NetworkTests.Gradients_agree_with_finite_differences_for_any_shape_activation_and_objective);
    private const string ByHand = nameof(NetworkTests.A_two_two_one_network_by_hand), OneByOne = nameof(NetworkTests.The_mean_of_the_one_example_gradients_is_the_gradient_of_the_batch);
    private const string Pieces = nameof(NetworkTests.Learnt_slopes_and_maxout_pass_the_gradient_check), Relu = nameof(ModelPropertyTests.Prelu_and_maxout_can_both_be_relu);
    private const string Dropped = nameof(NetworkTests.Dropout_zeroes_its_share_keeps_the_mean_and_is_gone_after_training);
    private const string Pooled = nameof(ConvolutionTests.Gradients_through_convolution_and_pool_agree_with_finite_differences);
    private const string Defined = nameof(ConvolutionTests.Any_shape_padding_and_stride_is_the_sum_of_the_definition), Slabs = nameof(ConvolutionTests.Slabs_of_a_large_batch_give_what_single_images_give);
    private const string Unit = nameof(RecurrentTests.A_recurrent_unit_over_three_steps_by_hand), InBatch = nameof(RecurrentTests.A_sequence_in_a_batch_of_many_answers_as_it_does_alone);
    private const string ThroughTime = nameof(RecurrentTests.Gradients_through_time_agree_with_finite_differences);
    private const string TwoSteps = nameof(OptimizerTests.Two_steps_by_hand), Valley = nameof(OptimizerTests.It_reaches_the_bottom_of_a_narrow_valley);

    private static readonly (string Formula, string Value, string Property, string Gradient)[] Proofs =
    [
        ("X * W + b", nameof(BroadcastingTests.The_bias_is_added_to_every_row_of_the_product), nameof(ModelPropertyTests.Each_row_of_a_product_with_bias_is_its_own_rows_and_sums_go_through), Regressions),
        ("Standardizer", nameof(StandardizerTests.Mean_and_population_spread_are_the_decks), nameof(StandardizerTests.Standardised_columns_have_mean_zero_and_spread_one), ""),
        ("Polynomial", nameof(GeneralizationTests.Polynomial_features_are_the_powers_of_x), nameof(ModelPropertyTests.A_polynomial_is_its_features_times_its_coefficients), ""),
        ("Sigmoid", nameof(ActivationsTests.Sigmoid_has_its_known_values), nameof(ActivationsTests.Sigmoid_of_any_finite_number_is_a_probability_and_symmetric), nameof(ActivationsTests.Derivatives_agree_with_finite_differences)),
        ("SigmoidDerivative", nameof(ActivationsTests.The_slope_of_sigmoid_is_a_quarter_in_the_middle_and_small_but_not_zero_at_six), nameof(FunctionPropertyTests.The_slope_of_sigmoid_is_even_positive_and_at_most_a_quarter), nameof(ActivationsTests.Derivatives_agree_with_finite_differences)),
        ("Logit", nameof(ActivationsTests.Logit_undoes_sigmoid), nameof(FunctionPropertyTests.Logit_and_softplus_are_odd_up_to_what_they_should_be), ""),
        ("Softplus", nameof(ActivationsTests.Softplus_neither_overflows_nor_loses_its_tail), nameof(FunctionPropertyTests.Logit_and_softplus_are_odd_up_to_what_they_should_be), nameof(ActivationsTests.Derivatives_agree_with_finite_differences)),
        ("Softmax", Deck, nameof(SoftmaxTests.Each_row_sums_to_one_and_is_the_softmax_of_its_row), Softmaxes),
        ("SoftmaxDerivative", nameof(FunctionPropertyTests.The_slopes_of_softmax_and_log_sum_exp_of_two_equal_scores_by_hand), nameof(FunctionPropertyTests.The_slopes_of_softmax_are_symmetric_and_each_row_sums_to_zero), Softmaxes),
        ("LogSumExp", nameof(FunctionPropertyTests.The_slopes_of_softmax_and_log_sum_exp_of_two_equal_scores_by_hand), nameof(SoftmaxTests.A_shift_of_all_scores_changes_nothing), Softmaxes),
        ("Activation.Step", Functions, Finite, Slopes), ("Activation.Linear", Functions, Finite, Slopes), ("Activation.Sigmoid", Functions, Finite, Slopes),
        ("Activation.Tanh", Functions, nameof(ActivationTests.Tanh_is_a_sigmoid_stretched_and_moved), Slopes), ("Activation.ReLU", Functions, Finite, Slopes),
        ("Activation.LeakyReLU", Functions, Finite, Slopes), ("Activation.ELU", Functions, nameof(ActivationTests.Tanh_and_elu_keep_their_digits_near_zero), Slopes),
        ("Loss.SumSquaredError", Errors123, Errors, Losses), ("Loss.MeanSquaredError", Errors123, Errors, Losses),
        ("Loss.HalfMeanSquaredError", Errors123, Errors, Losses), ("Loss.MeanAbsoluteError", Errors123, Errors, Losses),
        ("Loss.BinaryCrossEntropy", nameof(BinaryCrossEntropyTests.It_is_the_mean_of_the_surprises_in_nats), nameof(BinaryCrossEntropyTests.The_four_limits_are_those_of_the_deck), Losses),
        ("Loss.BinaryCrossEntropyFromLogits", nameof(BinaryCrossEntropyTests.From_logits_the_loss_stays_finite_where_the_probability_rounds_to_one), nameof(BinaryCrossEntropyTests.Logits_and_probabilities_give_the_same_loss), Losses),
        ("Loss.CrossEntropy", nameof(SoftmaxTests.Cross_entropy_is_entropy_where_the_model_is_right_and_infinite_where_it_rules_out_what_happens), nameof(FunctionPropertyTests.No_other_distribution_costs_less_than_the_true_one), ""),
        ("Loss.SoftmaxCrossEntropyFromLogits", nameof(SoftmaxTests.The_deck_s_cat_costs_two_nats_and_pushes_its_scores_by_p_minus_y), nameof(FunctionPropertyTests.A_shift_of_the_scores_of_an_example_leaves_its_cross_entropy), Softmaxes),
        ("Loss.L2Penalty", nameof(SoftmaxTests.L2_penalty_is_half_the_squared_length_and_its_gradient_is_lambda_times_the_weights), nameof(FunctionPropertyTests.Twice_the_weights_cost_four_times_the_penalty), Losses),
        ("LinearRegression", nameof(LinearRegressionTests.Prediction_loss_and_gradient_at_zero_are_worked_by_hand), nameof(LinearRegressionTests.Points_on_a_plane_give_the_plane_back), Regressions),
        ("NormalEquation", nameof(LinearRegressionTests.The_normal_equation_finds_the_line_of_the_cars), nameof(LinearRegressionTests.At_the_solution_the_gradient_vanishes_and_every_neighbour_is_worse), ""),
        ("LogisticRegression", nameof(LogisticRegressionTests.The_gradient_at_zero_is_worked_by_hand), nameof(LogisticRegressionTests.A_higher_threshold_calls_fewer_positive), Regressions),
        ("SoftmaxRegression", nameof(SoftmaxRegressionTests.Its_logits_probabilities_and_loss_by_hand), nameof(ModelPropertyTests.Softmax_of_two_classes_is_the_logistic_regression_of_their_difference), Regressions),
        ("OneVersusRest", nameof(SoftmaxRegressionTests.Descent_learns_the_five_students_of_the_deck_and_so_do_three_models_of_one_against_the_rest), nameof(ModelPropertyTests.One_against_the_rest_names_the_surest_of_its_models), ""),
        ("Perceptron", nameof(PerceptronTests.The_gates_have_their_truth_tables_and_together_make_xor), nameof(PerceptronTests.It_learns_whatever_a_line_can_separate), ""),
        ("Dense", ByHand, OneByOne, Networks), ("Network", ByHand, OneByOne, Networks), ("Objective", ByHand, OneByOne, Networks), ("Backpropagate", ByHand, OneByOne, Networks),
        ("Mlp", ByHand, nameof(NetworkTests.Without_an_activation_three_layers_are_one), Networks),
        ("PReLU", Pieces, Relu, Pieces), ("Maxout", Pieces, Relu, Pieces),
        ("Dropout", Dropped, Dropped, nameof(NetworkTests.Dropout_sends_the_gradient_back_through_the_units_that_stayed)),
        ("Convolution", nameof(ConvolutionTests.A_two_by_two_kernel_on_a_three_by_three_image_by_hand), Defined, Pooled),
        ("Patches", nameof(ConvolutionTests.Patches_are_what_the_kernel_sees), Defined, ""),
        ("MaxPool", nameof(ConvolutionTests.The_greatest_of_each_window_by_hand), Slabs, Pooled),
        ("EveryStep", Unit, InBatch, ThroughTime), ("Rnn", Unit, InBatch, ThroughTime),
        ("Lstm", nameof(RecurrentTests.A_memory_cell_over_two_steps_by_hand), InBatch, ThroughTime),
        ("InputGradient", Unit, nameof(RecurrentTests.Over_forty_steps_a_gradient_vanishes_in_a_simple_unit_but_not_past_an_open_forget_gate), nameof(RecurrentTests.The_gradient_of_the_inputs_agrees_with_finite_differences)),
        ("Initialize", nameof(InitializeTests.Zeros_and_constants_are_what_they_say), nameof(InitializeTests.Each_start_has_mean_zero_and_its_spread), ""),
        ("GradientDescent", nameof(GradientDescentTests.A_step_goes_against_the_gradient), nameof(GradientDescentTests.A_bowl_of_curvature_twenty_is_left_from_a_learning_rate_of_one_tenth_on), ""),
        ("Momentum", TwoSteps, nameof(OptimizerTests.Momentum_gains_one_over_one_minus_rho), ""), ("Nesterov", TwoSteps, Valley, ""), ("Adagrad", TwoSteps, Valley, ""),
        ("RMSProp", TwoSteps, Valley, ""), ("Adam", TwoSteps, Valley, ""),
        ("AdamW", TwoSteps, nameof(OptimizerTests.Weight_decay_adds_lambda_theta_to_the_gradient_and_in_adamw_shrinks_theta_itself), ""),
        ("Schedules", nameof(OptimizerTests.Schedules_by_hand), nameof(ModelPropertyTests.A_schedule_that_only_falls_stays_between_one_and_nothing), ""),
        ("Clip", nameof(OptimizerTests.A_long_gradient_is_shortened_and_a_short_one_left), nameof(OptimizerTests.A_long_gradient_is_shortened_and_a_short_one_left), ""),
        ("GradientCheck", nameof(GradientCheckTests.Central_differences_find_the_gradient), nameof(GradientCheckTests.A_larger_epsilon_has_an_error_of_epsilon_squared), ""),
        ("Autoencoder", nameof(AutoencoderTests.A_code_of_one_number_by_hand), nameof(AutoencoderTests.A_linear_autoencoder_ends_no_better_than_principal_components), nameof(AutoencoderTests.The_gradient_of_the_reconstruction_error_agrees_with_finite_differences)),
        ("GenerativeAdversarialNetwork", nameof(GenerativeAdversarialNetworkTests.One_step_by_hand), nameof(GenerativeAdversarialNetworkTests.A_forger_learns_where_a_bell_curve_lies), nameof(GenerativeAdversarialNetworkTests.The_steps_of_police_and_forger_agree_with_finite_differences)),
        ("BiasVariance", nameof(GeneralizationTests.Bias_squared_variance_and_noise_make_up_the_error), nameof(GeneralizationTests.A_suppler_model_has_less_bias_and_more_variance), ""),
        ("Metrics", nameof(MetricsTests.Accuracy_is_the_share_that_is_right), nameof(MetricsTests.R_squared_is_one_for_the_truth_zero_for_the_mean_and_negative_below_it), ""),
        ("ConfusionMatrix", nameof(MetricsTests.The_confusion_matrix_counts_the_four_cases), nameof(MetricsTests.Precision_and_recall_tell_false_alarms_from_misses), ""),
        ("Metrics.Confusion", nameof(MetricsTests.Of_several_classes_the_counts_stand_in_a_table_and_each_class_against_the_rest_in_its_own), nameof(ModelPropertyTests.Each_class_of_a_confusion_table_is_found_and_called_as_often_as_it_is_there), ""),
        ("F1", nameof(MetricsTests.F1_is_the_harmonic_mean_of_precision_and_recall), nameof(MetricsTests.F1_is_the_harmonic_mean_of_precision_and_recall), ""),
    ];

    [Fact]
    public void Every_formula_has_a_value_by_hand_and_a_property() =>
        Assert.Equal(LibraryReadmeTests.Symbols.Except(NoFormulas).Order(StringComparer.Ordinal), Proofs.Select(proof => proof.Formula).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_formula_with_a_derivative_has_a_gradient_check() =>
        Assert.Equal(NoGradient.Order(StringComparer.Ordinal), Proofs.Where(proof => proof.Gradient.Length == 0).Select(proof => proof.Formula).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_proof_is_a_test_that_runs()
    {
        var tests = typeof(LibraryProofTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FactAttribute>() is { Skip: null })
            .Select(method => method.Name).ToHashSet();
        Assert.DoesNotContain(Proofs.SelectMany(proof => new[] { proof.Value, proof.Property, proof.Gradient }), name => name.Length > 0 && !tests.Contains(name));
    }
}
