/** Places, offices and papers for made-up catalogues. The places exist; what is said of them does not. */
export const MUNICIPALITIES: Readonly<Record<string, readonly string[]>> = {
  Aguascalientes: ['Aguascalientes', 'Calvillo', 'Jesús María', 'Rincón de Romos'],
  'Baja California': ['Ensenada', 'Mexicali', 'Playas de Rosarito', 'Tecate', 'Tijuana'],
  'Baja California Sur': ['La Paz', 'Los Cabos', 'Loreto', 'Mulegé'],
  Campeche: ['Calkiní', 'Campeche', 'Champotón', 'Hecelchakán'],
  Chiapas: ['Comitán', 'Palenque', 'San Cristóbal de las Casas', 'Tapachula', 'Tuxtla Gutiérrez'],
  Chihuahua: ['Chihuahua', 'Cuauhtémoc', 'Delicias', 'Hidalgo del Parral'],
  'Ciudad de México': ['Azcapotzalco', 'Coyoacán', 'Iztapalapa', 'Tlalpan', 'Xochimilco'],
  Coahuila: ['Monclova', 'Piedras Negras', 'Saltillo', 'Torreón'],
  Colima: ['Colima', 'Manzanillo', 'Tecomán', 'Villa de Álvarez'],
  Durango: ['Durango', 'Gómez Palacio', 'Lerdo', 'Santiago Papasquiaro'],
  Guanajuato: ['Celaya', 'Dolores Hidalgo', 'Irapuato', 'León', 'Salamanca', 'Silao'],
  Guerrero: ['Acapulco', 'Chilpancingo', 'Iguala', 'Taxco', 'Zihuatanejo'],
  Hidalgo: ['Huejutla', 'Pachuca', 'Tizayuca', 'Tula', 'Tulancingo'],
  Jalisco: ['Guadalajara', 'Puerto Vallarta', 'Tepatitlán', 'Tlaquepaque', 'Tonalá', 'Zapopan'],
  'Estado de México': ['Ecatepec', 'Metepec', 'Naucalpan', 'Nezahualcóyotl', 'Texcoco', 'Toluca'],
  Michoacán: ['Apatzingán', 'Morelia', 'Pátzcuaro', 'Uruapan', 'Zamora'],
  Morelos: ['Cuautla', 'Cuernavaca', 'Jiutepec', 'Tepoztlán'],
  Nayarit: ['Bahía de Banderas', 'Compostela', 'Santiago Ixcuintla', 'Tepic'],
  'Nuevo León': ['Apodaca', 'García', 'Guadalupe', 'Linares', 'Monterrey', 'Santa Catarina'],
  Oaxaca: ['Huajuapan', 'Juchitán', 'Oaxaca de Juárez', 'Salina Cruz', 'Tuxtepec'],
  Puebla: ['Atlixco', 'Cholula', 'Puebla', 'Tehuacán', 'Teziutlán'],
  Querétaro: ['Corregidora', 'El Marqués', 'Querétaro', 'San Juan del Río', 'Tequisquiapan'],
  'Quintana Roo': ['Benito Juárez', 'Cozumel', 'Othón P. Blanco', 'Solidaridad', 'Tulum'],
  'San Luis Potosí': ['Ciudad Valles', 'Matehuala', 'Rioverde', 'Soledad de Graciano Sánchez'],
  Sinaloa: ['Ahome', 'Culiacán', 'Guasave', 'Mazatlán'],
  Sonora: ['Cajeme', 'Guaymas', 'Hermosillo', 'Navojoa', 'Nogales'],
  Tabasco: ['Cárdenas', 'Centro', 'Comalcalco', 'Macuspana'],
  Tamaulipas: ['Altamira', 'Ciudad Madero', 'Matamoros', 'Reynosa', 'Tampico'],
  Tlaxcala: ['Apizaco', 'Chiautempan', 'Huamantla', 'Tlaxcala'],
  Veracruz: ['Boca del Río', 'Coatzacoalcos', 'Córdoba', 'Orizaba', 'Poza Rica', 'Xalapa'],
  Yucatán: ['Kanasín', 'Mérida', 'Progreso', 'Tizimín', 'Valladolid'],
  Zacatecas: ['Fresnillo', 'Guadalupe', 'Jerez', 'Zacatecas'],
};

export const BUSINESSES: readonly string[] =
  'abarrotes|alfarería|carnicería|carpintería|cafetería|cerrajería|cocina económica|dulcería|estacionamiento|estética|farmacia|ferretería|florería|frutería|gimnasio|guardería|herrería|hotel|imprenta|joyería|juguetería|lavandería|librería|mueblería|óptica|panadería|papelería|pastelería|peluquería|pescadería|purificadora de agua|refaccionaria|restaurante|salón de fiestas|sastrería|taller mecánico|tapicería|tortillería|veterinaria|vivero|vulcanizadora|zapatería'.split(
    '|',
  );

export const WORKS: readonly string[] =
  'alberca|ampliación de vivienda|anuncio luminoso|antena|barda perimetral|bodega|casa habitación|cisterna|condominio|demolición|edificio de oficinas|excavación|fachada|local comercial|marquesina|nave industrial|planta alta|rampa de acceso|remodelación interior|techumbre'.split(
    '|',
  );

export const VEHICLES: readonly string[] =
  'ambulancia|autobús escolar|automóvil particular|bicicleta eléctrica|camión de carga|camioneta|grúa|maquinaria agrícola|motocicleta|remolque|taxi|transporte de personal|vehículo antiguo|vehículo híbrido'.split(
    '|',
  );

export const STUDIES: readonly string[] =
  'preescolar|primaria|secundaria|preparatoria|bachillerato técnico|licenciatura|maestría|doctorado|capacitación para el trabajo|educación especial|educación indígena|música|enfermería|idiomas'.split(
    '|',
  );

export const SUPPORTS: readonly string[] =
  'personas adultas mayores|personas con discapacidad|madres jefas de familia|personas cuidadoras|jóvenes sin empleo|productores de maíz|pescadores|artesanas|apicultores|familias damnificadas|estudiantes foráneos|deportistas|migrantes en retorno|pequeños ganaderos|cafeticultores|cooperativas'.split(
    '|',
  );

export const CIVIL_ACTS: readonly string[] =
  'adopción|cambio de identidad de género|concubinato|defunción|divorcio|inexistencia de registro|matrimonio|nacimiento|reconocimiento de hijos|registro extemporáneo|rectificación de nombre|soltería|tutela'.split(
    '|',
  );

export const EVENTS: readonly string[] =
  'bazar|carrera atlética|circo|concierto|desfile|exposición ganadera|feria patronal|filmación|función de box|juegos mecánicos|kermés|obra de teatro|peregrinación|quema de pirotecnia|rodeo|torneo de futbol'.split(
    '|',
  );

export const PRODUCTS: readonly string[] =
  'alimentos para animales|bebidas alcohólicas|café tostado|cosméticos|dispositivos médicos|embarcaciones|explosivos|fertilizantes|flores de corte|fármacos veterinarios|instrumentos musicales|juguetes|madera aserrada|medicamentos controlados|miel|plaguicidas|plantas de ornato|productos cárnicos|químicos peligrosos|residuos peligrosos|semillas|suplementos alimenticios|telas|textiles|vacunas'.split(
    '|',
  );

export const TRADES: readonly string[] =
  'acuicultura|aviación ligera|buceo comercial|camarón|cacería deportiva|carga aérea|carga ferroviaria|correduría pública|gas natural|gas LP|geotermia|minería de sal|navegación costera|pesca de fomento|pesca deportiva|radio comunitaria|radiología|seguridad privada|telefonía rural|televisión abierta|transporte turístico|ultraligeros'.split(
    '|',
  );

export const PAPERS: readonly string[] = [
  'Acta de nacimiento',
  'Acta de matrimonio, en su caso',
  'Aviso de privacidad firmado',
  'Carta poder simple con dos testigos',
  'Comprobante de domicilio no mayor a 3 meses',
  'Comprobante de pago de derechos',
  'Constancia de situación fiscal',
  'Copia de la escritura de la propiedad',
  'Croquis de ubicación',
  'CURP',
  'Dictamen de protección civil',
  'Dos fotografías tamaño infantil',
  'Dos fotografías tamaño pasaporte a color',
  'Formato de solicitud lleno y firmado',
  'Identificación oficial vigente (original y copia)',
  'INE del solicitante, original y copia',
  'Poder notarial, si acude un representante',
  'Recibo de pago del predial del año en curso',
  'RFC',
  'Tarjeta de circulación vigente',
];

export const COSTS: readonly string[] = [
  'Gratuito',
  'Gratuito.',
  'Sin costo',
  '$0.00',
  '$85.00',
  '$150.00 M.N.',
  '$1,234.00 M.N.',
  '$2,780 pesos',
  '345 pesos',
  'De $200.00 a $450.00',
  'Desde $300.00',
  '3.5 UMA',
  'De 5 a 10 UMA',
  'Según la superficie y el giro',
  'Conforme a la Ley de Ingresos vigente',
];

export const TIMES: readonly string[] = [
  'Inmediato',
  'El mismo día',
  '1-3 días hábiles',
  '5 días hábiles',
  '10 días hábiles tras reunir requisitos',
  '30 minutos',
  'De 15 a 20 días hábiles',
  '2 meses aprox.',
  'Hasta 3 meses',
  'Según la agenda de la oficina',
];
