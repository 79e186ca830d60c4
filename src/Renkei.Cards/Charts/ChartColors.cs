namespace Renkei.Cards;

/// <summary>A colour of chart data; Teams chooses the shade for light and dark themes.</summary>
public enum ChartColor
{
    /// <summary>Good news.</summary>
    Good,

    /// <summary>Needs a look.</summary>
    Warning,

    /// <summary>Needs somebody now.</summary>
    Attention,

    /// <summary>Nothing done yet, or not applicable.</summary>
    Neutral,

    /// <summary>Blue.</summary>
    CategoricalBlue,

    /// <summary>Light blue.</summary>
    CategoricalLightBlue,

    /// <summary>Teal.</summary>
    CategoricalTeal,

    /// <summary>Green.</summary>
    CategoricalGreen,

    /// <summary>Marigold.</summary>
    CategoricalMarigold,

    /// <summary>Purple.</summary>
    CategoricalPurple,

    /// <summary>Red.</summary>
    CategoricalRed,
}

/// <summary>Colours for data that names none.</summary>
public enum ChartColorSet
{
    /// <summary>Different things.</summary>
    Categorical,

    /// <summary>Less to more.</summary>
    Sequential,

    /// <summary>From one end over the middle to the other.</summary>
    Diverging,
}
