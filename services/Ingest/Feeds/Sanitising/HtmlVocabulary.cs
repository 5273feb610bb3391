using System.Collections.Frozen;

namespace Ingestion.Ingest.Feeds.Sanitising;

/// <summary>
/// What may stay in HTML that others wrote: the elements and attributes of HTML 3.2 to 5 and their drafts that show something and
/// neither run, nor embed, nor style the page around them.
/// </summary>
internal static class HtmlVocabulary
{
    /// <summary>Elements.</summary>
    public static readonly FrozenSet<string> Elements = Set(
        """
        a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption center cite code col colgroup
        command data datagrid datalist dd del details dfn dialog dir div dl dt em event-source fieldset figcaption figure font footer
        form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd keygen label legend li m main map mark menu meter multicol nav nextid
        noscript ol optgroup option output p picture pre progress q rb rp rt rtc ruby s samp search section select small sound source
        spacer span strike strong sub summary sup table tbody td textarea tfoot th thead time tr track tt u ul var video wbr
        """);

    /// <summary>Attributes; none that runs.</summary>
    public static readonly FrozenSet<string> Attributes = Set(
        """
        abbr accept accept-charset accesskey action align alt autocomplete autofocus axis background balance bgcolor bgproperties border
        bordercolor bordercolordark bordercolorlight bottompadding cellpadding cellspacing ch challenge char charoff charset checked
        choff cite class clear color cols colspan compact contenteditable controls coords data datafld datapagesize datasrc datetime
        default delay dir disabled draggable dynsrc enctype end face for form frame galleryimg gutter headers height hidden hidefocus
        high href hreflang hspace icon id inputmode ismap itemprop itemscope itemtype keytype label lang leftspacing list loading
        longdesc loop loopcount loopend loopstart low lowsrc max maxlength media method min multiple muted name nohref noshade nowrap
        open optimum pattern ping point-size poster pqg preload prompt radiogroup readonly rel repeat-max repeat-min replace required
        rev reversed rightspacing rows rowspan rules scope selected shape size sizes span src srcset start step style summary suppress
        tabindex target template title toppadding type unselectable urn usemap valign value variable volume vrml vspace width wrap
        xml:lang
        """);

    /// <summary>Elements whose content goes with them.</summary>
    public static readonly FrozenSet<string> Dropped = Set("applet noembed noframes plaintext script style template xmp");

    /// <summary>Attributes that hold a URL.</summary>
    public static readonly FrozenSet<string> Urls = Set(
        "action background cite data datasrc dynsrc href icon longdesc lowsrc ping poster src template urn usemap vrml xlink:href");

    /// <summary>Elements and attributes whose relative URLs are resolved (HTML 4.01, the attributes of type %URI).</summary>
    public static readonly FrozenSet<string> Resolved = Set(
        """
        a@href area@href audio@src blockquote@cite body@background del@cite form@action frame@src iframe@src img@longdesc img@src
        img@usemap input@src input@usemap ins@cite link@href object@data q@cite source@src track@src video@poster video@src
        """);

    /// <summary>Elements of presentational and content MathML.</summary>
    public static readonly FrozenSet<string> MathElements = Set(
        """
        annotation annotation-xml maction maligngroup malignmark math menclose merror mfenced mfrac mglyph mi mlabeledtr mlongdiv
        mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mscarries mscarry msgroup msline mspace msqrt msrow mstack
        mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics
        """);

    /// <summary>Attributes of MathML.</summary>
    public static readonly FrozenSet<string> MathAttributes = Set(
        """
        accent accentunder actiontype align alignmentscope alttext bevelled charalign charspacing class close columnalign columnlines
        columnspacing columnspan columnwidth crossout decimalpoint denomalign depth dir display displaystyle edge encoding equalcolumns
        equalrows fence fontstyle fontweight form frame framespacing groupalign height href id indentalign indentshift largeop length
        linebreak linethickness location longdivstyle lquote lspace mathbackground mathcolor mathsize mathvariant maxsize
        minlabelspacing minsize movablelimits notation numalign open other overflow position rowalign rowlines rowspacing rowspan rquote
        rspace scriptlevel scriptminsize scriptsizemultiplier selection separator separators shift side src stackalign stretchy
        subscriptshift superscriptshift symmetric title voffset width xlink:href xlink:show xlink:type xmlns xmlns:xlink
        """);

    /// <summary>Elements of SVG that stand still, by their lower-case name.</summary>
    public static readonly FrozenDictionary<string, string> SvgElements = Names(
        """
        a circle clipPath defs desc ellipse font-face font-face-name font-face-src foreignObject g glyph hkern line linearGradient marker
        mask metadata missing-glyph mpath path pattern polygon polyline radialGradient rect stop svg switch symbol text textPath title
        tspan use
        """);

    /// <summary>Attributes of SVG, by their lower-case name.</summary>
    public static readonly FrozenDictionary<string, string> SvgAttributes = Names(
        """
        accent-height alphabetic arabic-form ascent baseProfile bbox cap-height class clip-path clipPathUnits clip-rule color
        color-rendering content cx cy d descent display dx dy fill fill-opacity fill-rule font-family font-size font-stretch font-style
        font-variant font-weight fx fy g1 g2 glyph-name gradientTransform gradientUnits hanging height horiz-adv-x horiz-origin-x href id
        ideographic k lang marker-end marker-mid marker-start markerHeight markerUnits markerWidth mathematical max min name offset
        opacity orient origin overline-position overline-thickness panose-1 path pathLength patternUnits points preserveAspectRatio r
        refX refY requiredExtensions requiredFeatures restart role rotate rx ry slope spreadMethod stemh stemv stop-color stop-opacity
        strikethrough-position strikethrough-thickness stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
        stroke-miterlimit stroke-opacity stroke-width style systemLanguage target text-anchor transform type u1 u2 underline-position
        underline-thickness unicode unicode-range units-per-em version viewBox visibility width widths x x-height x1 x2 xlink:actuate
        xlink:arcrole xlink:href xlink:role xlink:show xlink:title xlink:type xml:base xml:lang xml:space xmlns xmlns:xlink y y1 y2
        zoomAndPan
        """);

    private static FrozenSet<string> Set(string names) => Split(names).ToFrozenSet();

    private static FrozenDictionary<string, string> Names(string names) => Split(names).ToFrozenDictionary(name => name.ToLowerInvariant());

    private static string[] Split(string names) => names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
